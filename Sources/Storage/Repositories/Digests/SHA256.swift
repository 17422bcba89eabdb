import CLibcrypto

/// A SHA-256 of bytes.
///
/// Source: FIPS 180-4, by libcrypto.
package struct Digest: Hashable, Sendable {
  /// 32 of them.
  package let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// The digest of a text's UTF-8.
  package init(of text: String) {
    let hash = SHA256()
    var text = text
    text.withUTF8 { hash.add(UnsafeRawBufferPointer($0)) }
    self = hash.digest()
  }

  /// As `sha256sum` prints it.
  package var hex: String {
    let digits = Array("0123456789abcdef")
    return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}

/// A digest in the making.
final class SHA256 {
  private let context: OpaquePointer

  init() {
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      preconditionFailure("libcrypto gives no SHA-256")
    }
    self.context = context
  }

  deinit { EVP_MD_CTX_free(context) }

  func add(_ bytes: UnsafeRawBufferPointer) {
    let isAdded = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    precondition(isAdded == 1, "libcrypto takes no more bytes")
  }

  /// The digest of all that was added; nothing can be added after it.
  func digest() -> Digest {
    var bytes = [UInt8](repeating: 0, count: 32)
    let isDone = EVP_DigestFinal_ex(context, &bytes, nil)
    precondition(isDone == 1, "libcrypto gives no digest")
    return Digest(bytes: bytes)
  }
}

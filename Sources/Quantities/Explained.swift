/// An error that a program can recognise: a stable code beside the typed case.
///
/// The words for people stand in `Interfaces/CommandLine`, in two languages.
public protocol Explained: Error {
  /// `module.what_is_wrong`, never changed once published.
  var code: String { get }
}

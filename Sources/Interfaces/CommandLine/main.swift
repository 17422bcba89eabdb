print("shanhai")

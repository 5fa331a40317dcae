/// Hands the UTF-8 bytes of `text` to `read`, as Ingest hands on a trimmed cell.
func cell<Value>(_ text: String, _ read: (Span<UInt8>) -> Value) -> Value {
  let bytes = Array(text.utf8)
  return read(bytes.span)
}

/// The text that bytes are.
func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

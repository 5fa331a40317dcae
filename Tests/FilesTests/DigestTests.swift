import Files
import Testing

@Suite struct DigestTests {
  /// FIPS 180-2, appendix B.
  @Test(
    arguments: zip(
      ["", "abc", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"],
      [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
      ]))
  func `SHA-256 gives the published digests`(text: String, expected: String) {
    #expect(SHA256.digest(of: text).hexadecimal == expected)
  }

  @Test func `a digest fed in pieces is that of the whole, and can be used again`() {
    var digest = SHA256()
    digest.update([0x61])
    digest.update([])
    digest.update([0x62, 0x63])
    #expect(digest.finish() == SHA256.digest(of: "abc"))
    #expect(digest.finish() == SHA256.digest(of: ""))
  }

  /// RFC 4231, test cases 1, 2, 4 and 6 (a key longer than a block).
  @Test(arguments: [
    (
      [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      Array(1...25), [UInt8](repeating: 0xCD, count: 50),
      "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"
    ),
    (
      [UInt8](repeating: 0xAA, count: 131),
      Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
  ])
  func `HMAC-SHA-256 gives the published digests, time after time`(
    key: [UInt8], message: [UInt8], expected: String
  ) {
    var hasher = KeyedHasher(key: key)
    #expect(hasher.hash(message).hexadecimal == expected)
    #expect(hasher.hash(message).hexadecimal == expected)
  }

  @Test func `a digest goes to bytes and digits and back`() throws {
    let bytes = Array(UInt8(0)..<32)
    let digest = try #require(SHA256Digest(bytes: bytes))
    #expect(digest.bytes == bytes)
    #expect(
      digest.hexadecimal == "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")
    #expect(digest.hexadecimal(digits: 5) == "00010")
    #expect(SHA256Digest(hexadecimal: digest.hexadecimal.uppercased()) == digest)
    #expect(SHA256Digest(hexadecimal: "00") == nil)
    #expect(SHA256Digest(hexadecimal: String(repeating: "g", count: 64)) == nil)
    #expect(SHA256Digest(bytes: [1]) == nil)
    let larger = try #require(SHA256Digest(bytes: [UInt8(1)] + bytes.dropFirst()))
    #expect(digest < larger)
  }

  @Test func `random bytes are as many as asked for and differ`() throws {
    let first = try RandomBytes.make(count: 32)
    #expect(first.count == 32)
    #expect(try RandomBytes.make(count: 32) != first)
  }
}

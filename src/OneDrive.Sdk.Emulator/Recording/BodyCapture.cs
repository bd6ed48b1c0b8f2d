using System.Buffers;
using System.Text;

namespace OneDrive.Sdk.Emulator.Recording;

/// <summary>Keeps the beginning of a body while it passes.</summary>
internal sealed class BodyCapture
{
    /// <summary>How many bytes of a body are kept.</summary>
    public const int Largest = 64 * 1024;

    private static readonly string[] TextTypes =
        ["text/", "application/json", "+json", "application/x-www-form-urlencoded", "xml", "multipart/", "javascript", "jsonl"];

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly object _gate = new();
    private ArrayBufferWriter<byte> _bytes = new();
    private bool _isTruncated;
    private bool _isDropped;

    /// <summary>Adds bytes; answers how many were kept.</summary>
    public int Append(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            var room = _isDropped ? 0 : Math.Min(bytes.Length, Largest - _bytes.WrittenCount);
            _bytes.Write(bytes[..room]);
            _isTruncated |= room < bytes.Length;
            return room;
        }
    }

    /// <summary>Forgets the bytes, to make room for newer ones; answers how many there were.</summary>
    public int Drop()
    {
        lock (_gate)
        {
            var length = _bytes.WrittenCount;
            (_isDropped, _isTruncated) = (true, _isTruncated || length > 0);
            _bytes = new ArrayBufferWriter<byte>();
            return length;
        }
    }

    /// <summary>The body with secrets masked; null when there is none.</summary>
    public RecordedBody? Read(string? contentType)
    {
        byte[] bytes;
        bool isTruncated;
        lock (_gate)
        {
            (bytes, isTruncated) = (_bytes.WrittenSpan.ToArray(), _isTruncated);
        }

        if (bytes.Length == 0 && !isTruncated)
        {
            return null;
        }

        return IsText(contentType) && TryDecode(bytes, isTruncated) is { } text
            ? new RecordedBody(SecretMask.Mask(text), IsBase64: false, isTruncated)
            : new RecordedBody(Convert.ToBase64String(bytes), IsBase64: true, isTruncated);
    }

    private static bool IsText(string? contentType)
        => contentType is null || Array.Exists(TextTypes, type => contentType.Contains(type, StringComparison.OrdinalIgnoreCase));

    // The end of what was kept may be the first half of a character.
    private static string? TryDecode(byte[] bytes, bool isTruncated)
    {
        for (var cut = 0; cut <= (isTruncated ? 3 : 0) && cut <= bytes.Length; cut++)
        {
            try
            {
                return Strict.GetString(bytes, 0, bytes.Length - cut);
            }
            catch (DecoderFallbackException)
            {
                // One byte less may do.
            }
        }

        return null;
    }
}

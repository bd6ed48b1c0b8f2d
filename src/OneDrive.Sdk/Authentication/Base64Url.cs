namespace OneDrive.Sdk.Authentication;

/// <summary>Base64 for addresses and tokens, without padding (RFC 4648 section 5).</summary>
internal static class Base64Url
{
    internal static string Encode(ReadOnlySpan<byte> bytes)
    {
#if NET9_0_OR_GREATER
        return System.Buffers.Text.Base64Url.EncodeToString(bytes);
#else
        return Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
#endif
    }
}

using OneDrive.Sdk.Calls;

namespace OneDrive.Sdk.Transfers;

/// <summary>What a download has to prove.</summary>
/// <param name="Conversion">The conversion of the file; its result does not have metadata.</param>
/// <param name="ComparesHash">Whether a hash that differs counts.</param>
/// <param name="TakesAnything">Whether the caller takes what the service serves; only the framing of the responses counts.</param>
internal sealed record DownloadTerms(Conversion? Conversion, bool ComparesHash, bool TakesAnything)
{
    /// <summary>Whether the bytes are only hashed, to see whether a body that looks like something else is the file.</summary>
    internal bool IsProbe { get; init; }

    /// <summary>Whether content of the described size is not hashed: nothing compares its hash.</summary>
    internal bool SkipsHash { get; init; }

    /// <summary>More than so many bytes are not taken; null for as many as come.</summary>
    internal long? Longest { get; init; }

    internal static DownloadTerms Of(DownloadOptions options, TransferSettings settings) =>
        new(Calls.Conversion.Of(options), settings.VerifyContentHash, options.AcceptUnverified)
        {
            SkipsHash = !settings.VerifyContentHash,
        };
}

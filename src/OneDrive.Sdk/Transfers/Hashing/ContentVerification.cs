using System.Globalization;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>Compares what was transferred with what the service says it holds.</summary>
internal static class ContentVerification
{
    /// <summary>Compares lengths and QuickXorHashes.</summary>
    /// <param name="item">The file as the service describes it.</param>
    /// <param name="length">The length on the client.</param>
    /// <param name="hash">The QuickXorHash on the client, in base64.</param>
    /// <param name="action">What was done, for the message: <c>upload</c> or <c>download</c>.</param>
    /// <exception cref="ContentVerificationException">They differ, and the service cannot have changed the file.</exception>
    internal static ContentIntegrity Compare(DriveItem item, long length, string hash, string action) =>
        Compare(item, length, new HashComparison(HashComparison.QuickXor, HashOf(item), hash), action);

    /// <summary>Compares lengths and hashes.</summary>
    /// <param name="item">The file as the service describes it.</param>
    /// <param name="length">The length on the client.</param>
    /// <param name="hash">The hashes of both ends.</param>
    /// <param name="action">What was done, for the message: <c>upload</c> or <c>download</c>.</param>
    /// <exception cref="ContentVerificationException">They differ, and the service cannot have changed the file.</exception>
    internal static ContentIntegrity Compare(DriveItem item, long length, HashComparison hash, string action)
    {
        var hasOtherLength = item.Size is { } size && size != length;
        if (!hasOtherLength && !hash.Differs)
            return item.Size is not null && hash.IsPossible ? ContentIntegrity.Verified : ContentIntegrity.NotChecked;
        if (MayBeRewritten(item))
            return ContentIntegrity.ChangedByService;

        Instruments.HashMismatches.Add(1);
        throw new ContentVerificationException(
            hasOtherLength
                ? $"The {action} of '{item.Name}' transferred {length} bytes, but the service reports {item.Size} bytes."
                : $"The {action} of '{item.Name}' has the {hash.Kind} {hash.Ours}, but the service reports {hash.Theirs}.")
        {
            ExpectedLength = action == "upload" ? length : item.Size,
            ActualLength = action == "upload" ? item.Size : length,
            ExpectedHash = action == "upload" ? hash.Ours : hash.Theirs,
            ActualHash = action == "upload" ? hash.Theirs : hash.Ours,
        };
    }

    /// <summary>The hash the service gives; an empty text is how some answers say that there is none yet.</summary>
    internal static string? HashOf(DriveItem item) => item.File?.Hashes?.QuickXorHash is { Length: > 0 } hash ? hash : null;

    /// <summary>Whether the service is known to rewrite such a file after an upload.</summary>
    internal static bool MayBeRewritten(DriveItem item) => KnownChanges.MayBeRewritten(item);

    /// <summary>Evaluates a download that is complete by its framing. An equal hash is decisive, whatever the size is.</summary>
    /// <param name="item">The file as the service describes it.</param>
    /// <param name="length">The length on the client.</param>
    /// <param name="hash">The hashes of both ends.</param>
    /// <param name="comparesHash">Whether a hash that differs counts; an equal one speaks for content of another size in any case.</param>
    internal static ContentEvidence Weigh(DriveItem item, long length, HashComparison hash, bool comparesHash)
    {
        var hasOtherLength = item.Size is { } size && size != length;
        if (hash is { IsPossible: true, Differs: false } && (comparesHash || hasOtherLength))
            return ContentEvidence.EqualHash;
        return hasOtherLength || (comparesHash && hash.Differs) ? ContentEvidence.Differs : ContentEvidence.NothingAgainst;
    }

    /// <summary>The error for downloaded content that is not what the service describes.</summary>
    /// <param name="item">The file as the service describes it.</param>
    /// <param name="length">The length on the client.</param>
    /// <param name="hash">The hashes of both ends.</param>
    /// <param name="reason">What is wrong, as a sentence.</param>
    /// <param name="isTransient">Whether the same call may succeed later.</param>
    internal static ContentVerificationException Mismatch(
        DriveItem item, long length, HashComparison hash, string reason, bool isTransient) => new(
        $"{reason} {length} bytes with the {hash.Kind} {hash.Ours} were received for '{ServerText.Clean(item.Name, 200)}', but the service "
        + $"reports {item.Size?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number of"} bytes "
        + $"{(hash.Theirs is null ? "without a hash" : $"with {hash.Theirs}")}. Try again later, or set "
        + $"{nameof(DownloadOptions)}.{nameof(DownloadOptions.AcceptUnverified)} to accept the content as served.")
        {
            ExpectedLength = item.Size,
            ActualLength = length,
            ExpectedHash = hash.Theirs,
            ActualHash = hash.Ours,
            IsTransient = isTransient,
        };
}

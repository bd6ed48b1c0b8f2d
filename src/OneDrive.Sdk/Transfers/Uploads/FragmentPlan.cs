namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Computes upload fragments, without any I/O: the start and the length of the next fragment, depending on the outcome of earlier ones. The
/// rules: <see href="https://learn.microsoft.com/graph/api/driveitem-createuploadsession#upload-bytes-to-the-upload-session"/>.
/// </summary>
internal sealed class FragmentPlan
{
    /// <summary>One request may carry less than 60 MiB.</summary>
    internal const int MaximumFragmentSize = (60 * 1024 * 1024) - 1;

    /// <summary>
    /// The maximum file size of the service: <see href="https://support.microsoft.com/office/64883a5d-228e-48f5-b3d2-eb39e07630fa"/>.
    /// </summary>
    internal const long MaximumLength = 250L * 1024 * 1024 * 1024;

    private readonly FragmentSizer _sizer;

    /// <exception cref="ArgumentOutOfRangeException">
    /// The size is not a positive multiple of 320 KiB below 60 MiB, or the length is not one a session can have.
    /// </exception>
    internal FragmentPlan(long length, int fragmentSize)
    {
        if (!IsValidFragmentSize(fragmentSize))
        {
            throw new ArgumentOutOfRangeException(
                nameof(
                    fragmentSize), fragmentSize, $"The fragment size must be a multiple of {OneDriveTransferOptions.FragmentAlignment} "
                        + "bytes (320 "
                        + "KiB) and less than 60 MiB.");
        }

        if (length is <= 0 or > MaximumLength)
            throw new ArgumentOutOfRangeException(nameof(length), length, "An upload session supports 1 byte to 250 GB.");

        Length = length;
        _sizer = new FragmentSizer(fragmentSize);
    }

    /// <summary>The length of the whole content.</summary>
    internal long Length { get; }

    internal static bool IsValidFragmentSize(int fragmentSize) =>
        fragmentSize is > 0 and <= MaximumFragmentSize && fragmentSize % OneDriveTransferOptions.FragmentAlignment == 0;

    /// <summary>
    /// The fragment for the given missing bytes: from the first missing byte, up to one fragment size. The range determines the start; if
    /// it ends before the content does, the fragment is still a multiple of 320 KiB, at least one.
    /// </summary>
    internal ByteRange Next(ByteRange missing)
    {
        var end = Math.Min(Length, missing.Start + _sizer.Size);
        if (missing.End < end)
        {
            var whole = (missing.End - missing.Start) / OneDriveTransferOptions.FragmentAlignment;
            end = Math.Min(Length, missing.Start + (Math.Max(1, whole) * OneDriveTransferOptions.FragmentAlignment));
        }

        return new ByteRange(missing.Start, end);
    }

    /// <summary>Takes note of what became of a fragment.</summary>
    internal void Learn(ByteRange fragment, SessionReply reply, TimeSpan elapsed)
    {
        if (reply.Kind is SessionReplyKind.Unknown)
            _sizer.Failed();
        else if (reply.Kind is SessionReplyKind.Misses && reply.Missing.Start >= fragment.End)
            _sizer.Passed(fragment.Length, elapsed);
    }
}

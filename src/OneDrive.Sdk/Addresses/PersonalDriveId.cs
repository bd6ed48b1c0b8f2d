namespace OneDrive.Sdk.Addresses;

/// <summary>
/// The id of a personal drive: a hexadecimal number of 64 bits. The service writes it in upper or lower case and omits leading zeros, but
/// accepts only all 16 digits (<see href="https://github.com/abraunegg/onedrive/issues/3072"/>). Ids of other drives are compared
/// unchanged.
/// </summary>
internal static class PersonalDriveId
{
    private const int Length = 16;

    /// <summary>Shorter ids are not completed without evidence: one drive in a million has more than four leading zeros.</summary>
    private const int ShortestCertain = 12;

    /// <summary>Completes an id that lost its leading zeros.</summary>
    /// <param name="driveId">The id as the service or the caller wrote it.</param>
    /// <param name="itemId">The id of an item of the drive, which begins with the id of its drive; null when there is none.</param>
    internal static string Complete(string driveId, string? itemId = null)
    {
        if (!IsHexadecimal(driveId) || driveId.Length == Length)
        {
            return driveId;
        }

        var prefix = itemId?.Split('!')[0];
        var isPrefix = prefix is { Length: Length } && IsHexadecimal(prefix) && Canonical(prefix) == Canonical(driveId);
        return isPrefix || driveId.Length >= ShortestCertain ? driveId.PadLeft(Length, '0') : driveId;
    }

    /// <summary>The form in which ids are compared; the same text for an id that is not one of a personal drive.</summary>
    internal static string Canonical(string driveId) =>
        IsHexadecimal(driveId) ? driveId.PadLeft(Length, '0').ToUpperInvariant() : driveId;

    private static bool IsHexadecimal(string id) => id.Length is > 0 and <= Length && id.All(char.IsAsciiHexDigit);
}

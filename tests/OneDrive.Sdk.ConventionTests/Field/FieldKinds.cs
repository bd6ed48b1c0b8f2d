namespace OneDrive.Sdk.ConventionTests.Field;

/// <summary>The kinds of faults and the sections of the page.</summary>
internal static class FieldKinds
{
    /// <summary>Sections by the first letter of a kind, in the order of the page.</summary>
    internal static IReadOnlyDictionary<char, string> Sections { get; } = new Dictionary<char, string>
    {
        ['A'] = "Downloads: content that is not the file",
        ['B'] = "Uploads: abandoned, sent twice or deleted",
        ['C'] = "Responses: one unexpected value",
        ['D'] = "Drives, ids and folder listings",
        ['E'] = "Copy and delta",
        ['F'] = "Sign-in",
        ['H'] = "Attacks",
    };

    internal static IReadOnlyDictionary<string, string> Titles { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["A1"] = "A difference is accepted because SharePoint rewrites such files",
        ["A2"] = "A value that a response does not state is treated as equal",
        ["A3"] = "The size is trusted more than the hash",
        ["B1"] = "An error is final although the session could be queried",
        ["B2"] = "A session is abandoned without DELETE",
        ["B3"] = "Too few retries after all bytes were received",
        ["B4"] = "The local clock is compared with the service's times",
        ["B5"] = "An unusual response of a session wastes time or bandwidth",
        ["B6"] = "A file at the destination is wrongly attributed to the upload",
        ["C1"] = "An unexpected response is treated as an empty success",
        ["C2"] = "One unexpected member makes a whole response unreadable",
        ["C3"] = "A byte order mark makes a response unreadable",
        ["C4"] = "Complete but unreadable JSON is retried",
        ["C5"] = "A response without a body makes the caller repeat completed work",
        ["D1"] = "One unreadable folder ends a whole listing",
        ["D2"] = "Ids are compared or built wrongly",
        ["D3"] = "An invalid time is accepted, or makes the file fail",
        ["E1"] = "A copy's outcome is misread",
        ["E2"] = "A required resynchronization is not detected",
        ["E3"] = "A change is lost or not detected",
        ["F1"] = "Valid settings or credentials are rejected",
        ["F2"] = "The reason of an error is lost",
        ["F3"] = "Two machines refresh one sign-in",
        ["H1"] = "An error in one item ends the others",
        ["H2"] = "A number or a loop controlled by the server is not bounded",
        ["H3"] = "A documented guarantee does not hold",
        ["H4"] = "Hostile text causes a caller error",
    };
}

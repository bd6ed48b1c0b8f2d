namespace OneDrive.Sdk.ConventionTests.Field;

/// <summary>The kinds of faults and the sections of the page.</summary>
internal static class FieldKinds
{
    /// <summary>Sections by the first letter of a kind, in the order of the page.</summary>
    internal static IReadOnlyDictionary<char, string> Sections { get; } = new Dictionary<char, string>
    {
        ['A'] = "Downloads: content that is not the file",
        ['B'] = "Uploads: given up, sent twice or destroyed",
        ['C'] = "Responses: one odd value",
        ['D'] = "Drives, ids and walking folders",
        ['E'] = "Copy and delta",
        ['F'] = "Sign-in",
        ['H'] = "Attacks",
    };

    internal static IReadOnlyDictionary<string, string> Titles { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["A1"] = "A difference is excused because SharePoint rewrites such files",
        ["A2"] = "What a response does not say is taken for agreement",
        ["A3"] = "The size is trusted more than the hash",
        ["B1"] = "A refusal is final although the session could be asked",
        ["B2"] = "A session is abandoned without DELETE",
        ["B3"] = "Too little patience when every byte has arrived",
        ["B4"] = "The local clock is compared with the service's times",
        ["B5"] = "An unusual response of a session costs time or bytes",
        ["B6"] = "The file at the name is taken for ours, or ours for another's",
        ["C1"] = "A response that is not what was asked for counts as an empty success",
        ["C2"] = "One odd member makes a whole response unreadable",
        ["C3"] = "A byte order mark makes a response unreadable",
        ["C4"] = "Complete but unreadable JSON is retried",
        ["C5"] = "A response without a body makes the caller repeat finished work",
        ["D1"] = "One folder that cannot be read ends a whole walk",
        ["D2"] = "Ids are compared or built wrongly",
        ["D3"] = "An impossible time is believed, or costs the file",
        ["E1"] = "A copy's outcome is misread",
        ["E2"] = "A delta that must start again is not recognized",
        ["E3"] = "A change is lost or not recognized",
        ["F1"] = "Valid settings or credentials are refused",
        ["F2"] = "The reason of a refusal is lost",
        ["F3"] = "Two machines renew one sign-in",
        ["H1"] = "An error in one item ends the others",
        ["H2"] = "A number or a loop that the server controls is not bounded",
        ["H3"] = "A promise of the documentation does not hold",
        ["H4"] = "Hostile text makes the caller look at fault",
    };
}

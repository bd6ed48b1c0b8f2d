namespace OneDrive.Sdk.ConventionTests.Documentation.Reference;

/// <summary>The values that a key accepts, where there are only a few.</summary>
internal static class ConfigurationChoices
{
    internal static IReadOnlyList<string> Of(string name, Type type) => name switch
    {
        "Mode" or "RetryMode" => ["None", "RetryAny", "RetryWhenStatusCodeMatch", "Any", "WhenStatusCodeMatches"],
        "SearchOptionForNonIndexedFields" => ["", "HonorNonIndexedQueriesWarningMayFailRandomly"],
        "Cloud" => [.. OneDriveCloud.All.Select(cloud => cloud.Name)],
        _ when type.IsEnum => Enum.GetNames(type),
        _ => [],
    };
}

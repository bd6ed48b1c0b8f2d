using System.Text.Json.Serialization.Metadata;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.SharePoint;
using OneDrive.Sdk.Tests.Support.Json;

namespace OneDrive.Sdk.Tests.Models;

/// <summary>
/// The published metadata of the service (v1.0, drives and what belongs to them) against the models. Properties of type stream are left
/// out of the list: they are addresses of their own, never members of a JSON object. So are types that only serve as bases.
/// </summary>
public class PublishedPropertiesTests
{
    // Sent by the service or described in its pages, but absent from the metadata.
    private static readonly HashSet<string> Unpublished =
    [
        "@odata.type", "@odata.etag", "@microsoft.graph.downloadUrl", "@microsoft.graph.sharedChanged",
        "drive.sharepointIds", "driveItemUploadableProperties.@microsoft.graph.conflictBehavior",
        "identity.email", "itemActivity.action", "itemActivity.times",
    ];

    public static TheoryData<string> TypeNames => new(Published().Keys);

    [Fact]
    public void TheList_IsComplete() =>
        Assert.Equal((70, 338), (Published().Count, Published().Values.Sum(properties => properties.Count)));

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void EveryPublishedProperty_HasAMemberOfTheSameName(string typeName)
    {
        var members = Members(typeName);

        Assert.Empty(Published()[typeName].Except(members));
    }

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void EveryMember_IsPublishedOrNamedHere(string typeName)
    {
        var extra = Members(typeName).Except(Published()[typeName]);

        Assert.All(extra, name => Assert.True(Unpublished.Contains(name) || Unpublished.Contains($"{typeName}.{name}"), name));
    }

    internal static Type ModelType(string typeName)
    {
        var name = char.ToUpperInvariant(typeName[0]) + typeName[1..];
        var assembly = typeof(DriveItem).Assembly;
        return assembly.GetType($"OneDrive.Sdk.Models.{name}Facet")
            ?? assembly.GetType($"OneDrive.Sdk.Models.{name}")
            ?? assembly.GetType($"OneDrive.Sdk.Requests.{name}")
            ?? typeof(ListItem).Assembly.GetType($"OneDrive.Sdk.SharePoint.{name}")
            ?? throw new InvalidOperationException($"There is no model of {typeName}.");
    }

    internal static Dictionary<string, IReadOnlyList<string>> Published()
    {
        using var stream = typeof(PublishedPropertiesTests).Assembly.GetManifestResourceStream("published-properties.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(
                parts => parts[0].TrimEnd(':'),
                parts => (IReadOnlyList<string>)(parts.Length > 1 ? parts[1].Split(' ') : []),
                StringComparer.Ordinal);
    }

    // Members that JSON does not see, such as the address of an item, have no getter here.
    internal static IEnumerable<JsonPropertyInfo> Properties(JsonTypeInfo type) =>
        type.Properties.Where(property => property is { IsExtensionData: false, Get: not null });

    private static IEnumerable<string> Members(string typeName) =>
        Properties(OracleOptions.Instance.GetTypeInfo(ModelType(typeName))).Select(property => property.Name);
}

using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Tests.Support.Json;

namespace OneDrive.Sdk.Tests.Models;

public class ModelRoundTripTests
{
    public static TheoryData<string> TypeNames => new(PublishedPropertiesTests.Published().Keys
        .Where(name => name != "driveItemUploadableProperties"));

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void EveryModel_WithEveryPropertyAndUnknownOnes_GoesBackAsItCame(string typeName)
    {
        var sample = Sample(OracleOptions.Instance.GetTypeInfo(PublishedPropertiesTests.ModelType(typeName)), depth: 0);

        AssertComesBack(typeName, sample);
    }

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void EveryModel_WithoutAnyProperty_GoesBackEmpty(string typeName) => AssertComesBack(typeName, new JsonObject());

    [Theory]
    [InlineData("driveItem", """{"folder":{},"root":{},"specialFolder":{},"deleted":{},"children":[],"malware":{},"remoteItem":{"folder":{}}}""")]
    [InlineData("driveItem", """{"name":"a","tags":[{"name":"outside","autoTagged":{}}],"thumbnails@odata.context":"x","newFacet":null}""")]
    [InlineData("driveItem", """{"@microsoft.graph.downloadUrl":"https://...","@microsoft.graph.sharedChanged":"True","@odata.type":"#x"}""")]
    [InlineData("driveItem", """{"size":9007199254740993,"video":{"frameRate":29.97},"location":{"latitude":-0.5,"altitude":"INF","longitude":"NaN"}}""")]
    [InlineData("driveItem", """{"listItem":{"fields":{"a":[1,null]}},"subscriptions":[{"id":"1"}],"workbook":{}}""")]
    [InlineData("drive", """{"sharepointIds":{"siteId":"1"},"driveType":"aNewEdition","system":{}}""")]
    [InlineData("drive", """{"sharePointIds":{"siteId":"1"}}""")]
    [InlineData("thumbnailSet", """{"id":"0","c300x400_crop":{"height":300,"width":400,"url":"https://h/1"}}""")]
    [InlineData("permission", """{"expirationDateTime":"0001-01-01T00:00:00Z","roles":["read","sp.full control"],"@deprecated.GrantedTo":"Words."}""")]
    [InlineData("permission", """{"expirationDateTime":"2030-01-01T00:00:00.000Z","roles":[],"grantedToIdentities":[]}""")]
    public void Samples_GoBackAsTheyCame(string typeName, string sample) => AssertComesBack(typeName, JsonNode.Parse(sample)!);

    /// <summary>The library and System.Text.Json read the same text into equal members, and lose nothing.</summary>
    private static void AssertComesBack(string typeName, JsonNode sample)
    {
        var type = PublishedPropertiesTests.ModelType(typeName);
        var text = sample.ToJsonString();
        var (ours, theirs) = (ModelText.Read(text, type), OracleOptions.Read(text, type));

        AssertSame(sample, OracleOptions.Write(ours));
        AssertSame(sample, OracleOptions.Write(theirs));
        if (ours is IJsonModel model)
        {
            AssertSame(Published(sample), ModelText.Write(model));
        }
    }

    private static void AssertSame(JsonNode expected, string written) => Assert.True(
        JsonNode.DeepEquals(expected, JsonNode.Parse(written)), $"Sent:    {expected.ToJsonString()}\nWritten: {written}");

    /// <summary>The sample without what is never written: addresses that work without sign-in.</summary>
    private static JsonNode Published(JsonNode sample)
    {
        var copy = sample.DeepClone();
        Remove(copy);
        return copy;
    }

    private static void Remove(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var entry in array)
                Remove(entry);
        }
        else if (node is JsonObject item)
        {
            foreach (var (name, value) in item.ToList())
            {
                if (name is "@microsoft.graph.downloadUrl" or "getUrl" or "postUrl" or "postParameters"
                    || (name is "url" && item.ContainsKey("height")))
                    item.Remove(name);
                else
                    Remove(value);
            }
        }
    }

    private static JsonObject Sample(JsonTypeInfo type, int depth)
    {
        var sample = new JsonObject { ["unknownText"] = "x", ["unknownObject"] = new JsonObject { ["inner"] = new JsonArray(1, null) } };
        foreach (var property in PublishedPropertiesTests.Properties(type))
        {
            if (Value(property.PropertyType, depth) is { } value)
                sample[property.Name] = property.Name == "@microsoft.graph.sharedChanged" ? "True" : value;
        }

        return sample;
    }

    private static JsonNode? Value(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return Value(type.GetGenericArguments()[0], depth) is { } item ? new JsonArray(item) : new JsonArray();
        if (type == typeof(string))
            return "text";
        if (type == typeof(bool))
            return true;
        if (type == typeof(int) || type == typeof(long) || type == typeof(double))
            return 7;
        if (type == typeof(DateTimeOffset))
            return "2024-02-29T23:59:59.1234567Z";
        if (type == typeof(Guid))
            return "6e0d7c6c-1111-4b0e-9d61-000000000001";
        if (type == typeof(JsonElement))
            return new JsonObject { ["as"] = "received" };
        if (type.IsValueType)
            return "aNewValue";
        return depth >= 3 ? null : Sample(OracleOptions.Instance.GetTypeInfo(type), depth + 1);
    }
}

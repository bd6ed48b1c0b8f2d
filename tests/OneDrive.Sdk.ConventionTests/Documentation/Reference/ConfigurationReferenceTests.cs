using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Documentation.Reference;

/// <summary>docs/configuration-reference.md and the schema say what the code accepts.</summary>
public sealed class ConfigurationReferenceTests
{
    private const string Page = "docs/configuration-reference.md";

    private const string Schema = "src/OneDrive.Sdk/ConfigurationSchema.json";

    private static readonly Regex JsonBlock = new(
        "```json\n(?<json>\\{.*?\\n\\})\n```",
        RegexOptions.Singleline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    public static TheoryData<string> RangedKeys => [.. KeyRange.All.Keys];

    [Fact]
    public void Page_IsWhatTheOptionsSay() => GeneratedFile.IsUpToDate(
        Page, GeneratedFile.Fill(Repository.Read(Page), new Dictionary<string, string> { ["keys"] = ConfigurationPage.Write() }));

    [Fact]
    public void Schema_IsWhatTheOptionsSay() => GeneratedFile.IsUpToDate(Schema, ConfigurationSchema.Write());

    /// <summary>A number or duration without a range would be a gap of the page.</summary>
    [Fact]
    public void Ranges_AreStatedForEveryNumberAndDuration() => Rule.Holds(
        from section in ConfigurationSection.All
        from key in section.Keys
        where key.Type == typeof(int) || key.Type == typeof(long) || key.Type == typeof(double) || key.Type == typeof(TimeSpan)
        where KeyRange.Of(section.Name, key.Name) is null
        select $"{section.Heading}:{key.Name} has no range");

    [Theory]
    [MemberData(nameof(RangedKeys))]
    public void Range_IsWhatTheValidatorsAccept(string key)
    {
        var range = KeyRange.All[key];

        foreach (var value in range.Accepted)
        {
            Assert.Null(Record.Exception(() => ConfiguredClient.Build(key, value)));
        }

        foreach (var value in range.Rejected)
        {
            var exception = Record.Exception(() => ConfiguredClient.Build(key, value));
            Assert.True(exception is not null, $"{key} = {value} is accepted");
            var name = key.Split(':')[^1];
            Assert.Contains(name is "RetryCountMax" ? "MaxRetryAttempts" : name, exception.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Examples of the documents use keys that the schema knows.</summary>
    [Fact]
    public void Examples_FitTheSchema()
    {
        var schema = JsonNode.Parse(Repository.Read(Schema))!;

        Rule.Holds(
            from path in Repository.Files("", "*.md")
            from Match block in JsonBlock.Matches(Repository.Read(path))
            let json = JsonNode.Parse(block.Groups["json"].Value)!
            where json["OneDrive"] is not null
            from finding in Misfits(json["OneDrive"]!, schema["properties"]!["OneDrive"]!, "OneDrive")
            select $"{path}: {finding}");
    }

    [Fact]
    public void Misfits_WhenAKeyIsUnknownOrAValueIsNotAllowed_NamesThem()
    {
        var schema = JsonNode.Parse(ConfigurationSchema.Write())!["properties"]!["OneDrive"]!;
        var example = JsonNode.Parse("""{ "Retry": { "Mode": "Sometimes", "MaxDelay": "5" }, "DriveID2": "x" }""")!;

        Assert.Equal(
            ["OneDrive:Retry:Mode has the value Sometimes", "OneDrive:Retry:MaxDelay has the value 5", "OneDrive:DriveID2 is "
                + "not in the schema"],
            Misfits(example, schema, "OneDrive"));
    }

    private static IEnumerable<string> Misfits(JsonNode example, JsonNode schema, string path)
    {
        foreach (var (name, value) in example.AsObject())
        {
            var here = $"{path}:{name}";
            var known = schema["properties"]?[name];
            if (known is null)
            {
                yield return $"{here} is not in the schema";
            }
            else if (value is JsonObject section)
            {
                foreach (var finding in Misfits(section, known, here))
                {
                    yield return finding;
                }
            }
            else if (known["enum"] is JsonArray choices && !choices.Any(choice => (string?)choice == (string?)value)
                || (known["pattern"] is { } pattern && !Matches((string)value!, (string)pattern!)))
            {
                yield return $"{here} has the value {value}";
            }
        }
    }

    private static bool Matches(string text, string pattern) =>
        Regex.IsMatch(text, pattern, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
}

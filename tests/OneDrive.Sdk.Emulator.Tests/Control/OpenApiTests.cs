using System.Net;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Control.Support;

namespace OneDrive.Sdk.Emulator.Tests.Control;

public sealed class OpenApiTests : IAsyncLifetime
{
    private ControlClient _control = null!;

    public async Task InitializeAsync() => _control = await ControlClient.StartAsync();

    public async Task DisposeAsync() => await _control.DisposeAsync();

    [Fact]
    public void TheDocument_IsWhole()
    {
        var document = _control.Document;
        Assert.Equal("3.1.0", document["openapi"]!.GetValue<string>());
        Assert.Equal(_control.Emulator.Endpoint.AbsoluteUri.TrimEnd('/'), document["servers"]![0]!["url"]!.GetValue<string>());
        List<JsonObject> operations =
            [.. document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(method => method.Value!.AsObject())];
        var ids = operations.ConvertAll(operation => operation["operationId"]!.GetValue<string>());

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(operations, operation => Assert.EndsWith(".", operation["summary"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.All(References(document), reference => Assert.NotEmpty(SchemaAssert.Resolve(document, reference)));
    }

    [Fact]
    public void EveryValueOfAPath_IsDescribed()
    {
        foreach (var (path, item) in _control.Document["paths"]!.AsObject())
        {
            var values = path.Split('/').Where(segment => segment is ['{', ..]).Select(segment => segment[1..^1]).ToList();
            foreach (var (_, operation) in item!.AsObject())
            {
                var described = (operation!["parameters"]?.AsArray() ?? [])
                    .Select(one => SchemaAssert.Resolve(_control.Document, one!["$ref"]!.GetValue<string>()))
                    .Where(parameter => parameter["in"]!.GetValue<string>() == "path")
                    .Select(parameter => parameter["name"]!.GetValue<string>());
                Assert.Equal(values, described);
            }
        }
    }

    [Fact]
    public void Schemas_NameWhatTheEnumerationsName()
    {
        var schemas = _control.Document["components"]!["schemas"]!;

        Assert.Equal(Enum.GetNames<FaultKind>(), Names(schemas["Fault"]!["properties"]!["kind"]!));
        Assert.Equal(Enum.GetNames<EmulatorOperation>(), Names(schemas["Fault"]!["properties"]!["operation"]!));
        Assert.Equal(Enum.GetNames<EmulatorQuirk>(), Names(schemas["Quirk"]!["properties"]!["name"]!));
        Assert.Equal(Enum.GetNames<ThrottleProfile>(), Names(schemas["ThrottleFaults"]!["properties"]!["throttleProfile"]!));
    }

    [Theory]
    [InlineData("faults/schema", "NewFaults")]
    [InlineData("quirks/schema", "QuirkSwitch")]
    public async Task ASchema_StandsByItself(string path, string name)
    {
        var schema = (await _control.GetAsync(path))!;

        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema["$schema"]!.GetValue<string>());
        Assert.Equal($"#/components/schemas/{name}", schema["$ref"]!.GetValue<string>());
        Assert.All(References(schema), reference => Assert.NotEmpty(SchemaAssert.Resolve(schema, reference)));
    }

    [Theory]
    [InlineData("GET", "_emulator/fautls", HttpStatusCode.NotFound, "Did you mean 'faults'?")]
    [InlineData("PUT", "_emulator/users", HttpStatusCode.MethodNotAllowed, "not allowed")]
    [InlineData("GET", "_emulator/faults?onwer=adele", HttpStatusCode.BadRequest, "Did you mean 'owner'?")]
    [InlineData("GET", "_emulator/health?owner=adele", HttpStatusCode.BadRequest, "does not accept parameters")]
    [InlineData("GET", "_emulator/drives/adel@contoso.example", HttpStatusCode.NotFound, "Did you mean 'adele@contoso.example'?")]
    public async Task AWrongAddress_IsAnsweredWithTheRightOne(string method, string path, HttpStatusCode status, string expected)
    {
        using var response = await _control.Graph.SendAnonymouslyAsync(new HttpMethod(method), path);
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(expected, JsonNode.Parse(text)!["error"]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        if (status == HttpStatusCode.MethodNotAllowed)
        {
            Assert.Equal(["GET", "POST"], response.Content.Headers.Allow);
        }
    }

    [Theory]
    [InlineData("users", """{"driveType":"Floppy"}""", "must be one of Business, Personal, DocumentLibrary")]
    [InlineData("users", """{"quota":-1}""", "'quota' must be at least 0")]
    [InlineData("users", """{"quota":"much"}""", "'quota' must be a whole number")]
    [InlineData("users", """{"userPrincipleName":"a@b.example"}""", "Did you mean 'userPrincipalName'?")]
    [InlineData("users", """[]""", "must be a JSON object")]
    [InlineData("sites", """{}""", "requires 'displayName'")]
    [InlineData("sites", """{"displayName":"x","lists":[1]}""", "must be a text")]
    [InlineData("faults", """{"kind":"Status","statusCdoe":503}""", "Did you mean 'statusCode'?")]
    [InlineData("faults", """{"kind":"Status","owner":"nobody@x.example"}""", "The user, group or drive")]
    [InlineData("quirks", """{"quirks":["QuotaIsZero"]}""", "Did you mean 'QuotasAreZero'?")]
    [InlineData("quirks", """{"quirk":[7]}""", "Did you mean 'quirks'?")]
    [InlineData("clock", """{"advanceSecond":7}""", "Did you mean 'advanceSeconds'?")]
    [InlineData("applications", """{"certificates":["nonsense"]}""", "PEM, or DER")]
    [InlineData("applications", """{"redirectUris":["/callback"]}""", "not an absolute address")]
    public async Task ABodyThatIsNotAsDescribed_IsRefusedWithWords(string path, string json, string expected)
        => Assert.Contains(expected, await _control.RefuseAsync("POST", path, 400, json), StringComparison.Ordinal);

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => member is { Key: "$ref", Value: JsonValue value }
            ? [value.GetValue<string>()]
            : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };

    private static IEnumerable<string> Names(JsonNode schema) => schema["enum"]!.AsArray().Select(name => name!.GetValue<string>());
}

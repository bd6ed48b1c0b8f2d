using System.Net;
using System.Text;
using System.Text.Json;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Tests.Models;
using OneDrive.Sdk.Tests.Support.Json;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Every documented answer goes into the model of its type and back without losing anything.</summary>
public sealed class ResponseConformanceTests(ConformanceFixture fixture) : IClassFixture<ConformanceFixture>
{
    [Fact]
    public void EveryDocumentedResponse_GoesIntoItsModelAndBack()
    {
        var published = Published();
        var responses = Corpus.Responses();
        var failures = responses
            .Select(response => (response.Id, Problems: Problems(response, published).ToList()))
            .Where(result => result.Problems.Count > 0)
            .Select(result => $"{result.Id}: {string.Join("; ", result.Problems)}")
            .ToList();

        fixture.Print($"responses {responses.Count - failures.Count} of {responses.Count}");
        failures.ForEach(failure => fixture.Print($"  not reachable: {failure}"));
        Assert.NotEmpty(responses);
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Fact]
    public void EveryPublishedProperty_IsInItsModel()
    {
        var properties = Corpus.SchemaTypes()
            .SelectMany(type => Properties(type.Value).Select(name => (Type: type.Key, Name: name)))
            .ToList();
        var missing = properties.Where(property => !Members(property.Type).Contains(property.Name)).ToList();

        fixture.Print($"properties {properties.Count - missing.Count} of {properties.Count}");
        Assert.NotEmpty(properties);
        Assert.Empty(missing);
    }

    private static IEnumerable<string> Problems(CorpusResponse response, IReadOnlyDictionary<Type, HashSet<string>> published)
    {
        if (response.Type is "error")
        {
            return ErrorProblems(response);
        }

        // A page that names no type shows a user or group, of whom drives know a few properties.
        var name = response.Type ?? "user";
        var json = response.Json!.Value;
        return DocumentedTypes.Find(name) is not { } model
            ? [$"there is no model of {name}"]
            : response.Type is "changeNotification" && json.TryGetProperty("value", out _)
                ? RoundTrip.Problems(json, typeof(Sdk.Models.NotificationPayload), published)
            : response.IsCollection && json.TryGetProperty("value", out var list)
                ? list.EnumerateArray().SelectMany(entry => RoundTrip.Problems(entry, model, published))
                    .Concat(EnvelopeProblems(json, model))
                : RoundTrip.Problems(json, model, published);
    }

    /// <summary>The list as the client reads it: with its links, and with as many entries.</summary>
    private static IEnumerable<string> EnvelopeProblems(JsonElement json, Type model)
    {
        var (count, next, delta) = PageText.Read(json.GetRawText(), model);
        if (count != json.GetProperty("value").GetArrayLength())
            yield return $"$.value has {count} entries";
        if (next != Text(json, "@odata.nextLink") || delta != Text(json, "@odata.deltaLink"))
            yield return "$ lost a link";
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>An error becomes an exception that still has every code.</summary>
    private static IEnumerable<string> ErrorProblems(CorpusResponse response)
    {
        var exception = ErrorReader.Read(
            HttpMethod.Get,
            "me/drive",
            (HttpStatusCode)(response.Status ?? 400),
            headers: null,
            Encoding.UTF8.GetBytes(response.Json!.Value.GetRawText()),
            retryAfter: null);
        return CodesIn(response.Json!.Value).Where(code => !exception.HasErrorCode(code)).Select(code => $"the code {code} was lost");
    }

    private static IEnumerable<string> CodesIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(CodesIn),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property =>
            property is { Name: "code", Value.ValueKind: JsonValueKind.String } && property.Value.GetString() is { Length: > 0 } code
                ? [code]
                : CodesIn(property.Value)),
        _ => [],
    };

    private static Dictionary<Type, HashSet<string>> Published()
    {
        var published = new Dictionary<Type, HashSet<string>>();
        foreach (var (name, type) in Corpus.SchemaTypes())
        {
            if (DocumentedTypes.Find(name) is { } model)
            {
                published[model] = [.. Properties(type)];
            }
        }

        return published;
    }

    /// <summary>Streams are addresses of their own and never members of a body.</summary>
    private static IEnumerable<string> Properties(JsonElement type) => !type.TryGetProperty("allProperties", out var properties)
        ? []
        : properties.EnumerateArray()
        .Where(property => property.GetProperty("type").GetString() is not "Edm.Stream")
        .Select(property => property.GetProperty("name").GetString()!);

    private static HashSet<string> Members(string type) => DocumentedTypes.Find(type) is { } model
        ? [.. MembersOf(model)]
        : [];

    private static IEnumerable<string> MembersOf(Type model)
    {
        var type = model.IsAbstract ? typeof(Sdk.Models.DriveItem) : model;
        return PublishedPropertiesTests.Properties(OracleOptions.Instance.GetTypeInfo(type)).Select(property => property.Name);
    }
}

using System.Text;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Tests.Conformance;

/// <summary>Every documented request is answered as documented, by a personal or a business drive.</summary>
public sealed class EmulatorConformanceTests
{
    /// <summary>No more than this part of the requests may be answered otherwise, for a reason.</summary>
    private const double LargestPartNotAnswered = 0.04;

    /// <summary>No more than this part of the requests may be answered otherwise because the emulator does not know how.</summary>
    private const double LargestPartNotEmulated = 0.01;

    private static readonly (EmulatorDriveType DriveType, bool IsLenient)[] Stages =
    [
        .. Enum.GetValues<EmulatorDriveType>().Select(type => (type, false)),
        .. Enum.GetValues<EmulatorDriveType>().Select(type => (type, true)),
    ];

    [Fact]
    public async Task EveryDocumentedRequest_IsAnsweredAsDocumented()
    {
        using var receiver = new EchoingReceiver();
        var exchanges = DocsCorpus.Read();
        var problems = new List<string>();
        foreach (var exchange in exchanges)
        {
            var found = new List<string>();
            foreach (var (driveType, isLenient) in Stages)
            {
                if (await FindProblemAsync(exchange, driveType, isLenient, receiver.Url) is not { } problem)
                {
                    found.Clear();
                    break;
                }

                found.Add($"{driveType}{(isLenient ? " (lenient)" : string.Empty)}: {problem}");
            }

            if (found.Count > 0)
            {
                var request = $"{exchange.Id}: {exchange.Method} {exchange.Url}";
                problems.Add($"  not answered, {NotAnswered.Reason(exchange)}: {request}: {string.Join("; ", found)}");
            }
        }

        DocsCorpus.Report([$"answered {exchanges.Count - problems.Count} of {exchanges.Count}", .. problems]);
        Assert.NotEmpty(exchanges);
        var unknown = problems.Where(problem => problem.Contains(NotAnswered.NotEmulated, StringComparison.Ordinal)).ToList();
        Assert.True(problems.Count <= exchanges.Count * LargestPartNotAnswered, string.Join('\n', problems));
        Assert.True(unknown.Count <= exchanges.Count * LargestPartNotEmulated, string.Join('\n', unknown));
    }

    private static async Task<string?> FindProblemAsync(
        DocumentedExchange exchange, EmulatorDriveType driveType, bool isLenient, string receiver)
    {
        try
        {
            return await ReplayAsync(exchange, driveType, isLenient, receiver);
        }
        catch (InvalidOperationException exception)
        {
            return exception.Message;
        }
    }

    private static async Task<string?> ReplayAsync(
        DocumentedExchange exchange, EmulatorDriveType driveType, bool isLenient, string receiver)
    {
        await using var stage = await Stage.StartAsync(driveType, isLenient);
        var cast = new AddressCast(stage, exchange, receiver);
        var target = await cast.CastAsync();
        await PrepareAsync(exchange, stage, cast.Drive, receiver);
        stage.Emulator.Traffic.Clear();
        using var content = Content(exchange, stage, cast.Drive, receiver);
        using var response = await stage.SendAsync(exchange.Method, target, content, HeadersOfTheRequest(exchange));
        var text = await response.Content.ReadAsStringAsync();
        var status = (int)response.StatusCode;
        if (exchange.Status is { } expected && status != expected)
        {
            return $"{status} in place of {expected}: {text[..Math.Min(text.Length, 120)]}";
        }

        if (exchange.Status is null && !stage.Emulator.Traffic.Any(entry => entry.Operation != EmulatorOperation.Unknown))
        {
            return $"{status}, no route for {target}";
        }

        // Without the body that a page leaves out, a POST may well find nothing.
        if (exchange.Status is null && (status is 405 or >= 500 || (status == 404 && exchange.Method != "POST")))
        {
            return $"{status} for {target}: {text[..Math.Min(text.Length, 120)]}";
        }

        if (exchange.Answer is not { } documented)
        {
            return null;
        }

        var missing = AnswerComparison.Missing(documented, JsonNode.Parse(text)!.AsObject()).ToList();
        return missing.Count == 0 ? null : $"without {string.Join(", ", missing)}";
    }

    private static Dictionary<string, string> HeadersOfTheRequest(DocumentedExchange exchange) => exchange.Headers
        .Where(header => !header.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
        .Where(header => header.Key is not ("Host" or "Authorization"))
        .ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);

    private static HttpContent? Content(DocumentedExchange exchange, Stage stage, EmulatorDrive drive, string receiver)
    {
        if (exchange.Body is not null)
        {
            return new StringContent(BodyCast.Cast(exchange, stage, drive, receiver).ToJsonString(), Encoding.UTF8, "application/json");
        }

        if (exchange.IsTemplate && exchange.Id.StartsWith("driveitem-upload-url", StringComparison.Ordinal))
        {
            // The address without its body is that of a new folder.
            return new StringContent(
                $$"""{"@microsoft.graph.sourceUrl":"{{receiver}}","name":"fetched.jpg","file":{} }""", Encoding.UTF8, "application/json");
        }

        if (exchange.Text is not { } text)
        {
            return null;
        }

        var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
        var content = new ByteArrayContent(LengthOfFragment(exchange) is { } length ? new byte[length] : bytes);
        foreach (var (name, value) in exchange.Headers.Where(
            header => header.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) && header.Key != "Content-Length"))
        {
            content.Headers.TryAddWithoutValidation(name, value);
        }

        return content;
    }

    // A page writes some words in place of the bytes of a fragment.
    private static long? LengthOfFragment(DocumentedExchange exchange)
        => exchange.Headers.TryGetValue("Content-Range", out var text)
            && System.Net.Http.Headers.ContentRangeHeaderValue.TryParse(text, out var range)
                ? range.To - range.From + 1
                : null;

    private static bool SetsALabel(DocumentedExchange exchange)
        => exchange.Method == "PATCH" && exchange.Body?["retentionSettings"] is null;

    /// <summary>Brings the item into the state that a page starts from.</summary>
    private static async Task PrepareAsync(DocumentedExchange exchange, Stage stage, EmulatorDrive drive, string receiver)
    {
        var item = Stage.Address(drive);
        switch (exchange)
        {
            case var _ when exchange.Says("checkin") || exchange.Says("discardCheckout"):
                await stage.AskAsync("POST", $"{item}/checkout");
                break;
            case var _ when exchange.Says("retentionLabel") && !SetsALabel(exchange):
                await stage.AskAsync("PATCH", $"{item}/retentionLabel", """{"name":"Retain"}""");
                break;
            case var _ when exchange.Says("/restore") && !exchange.Says("restoreVersion"):
                await stage.AskAsync("DELETE", item);
                break;
            case var _ when exchange.Url is "/me/drive/following":
                await stage.AskAsync("POST", $"{item}/follow");
                break;
            case var _ when exchange.Url.EndsWith("/permissions", StringComparison.Ordinal) || exchange.Url is "/drive/shared":
                await stage.PermissionAsync(drive);
                await stage.ShareAsync();
                break;
            case var _ when exchange.Says("sharedWithMe"):
                await stage.ShareOfColleagueAsync();
                break;
            case var _ when exchange.Says("large,medium,small,source") && drive.DriveType == EmulatorDriveType.Personal:
                var picture = $"/v1.0/drives/{drive.Id}/items/{Stage.Picture(drive)}";
                await stage.AskAsync("PUT", $"{picture}/thumbnails/0/source/content", "picture");
                break;
            case var _ when exchange.Says("bundle/album"):
                await stage.BundleAsync(isAlbum: true);
                break;
            case var _ when exchange.Says("delta?token=2021"):
                await stage.AskAsync("DELETE", item);
                break;
            case var _ when exchange.Url.EndsWith("/subscriptions", StringComparison.Ordinal) && exchange.Method == "GET":
                await stage.SubscriptionAsync(receiver);
                break;
        }
    }
}

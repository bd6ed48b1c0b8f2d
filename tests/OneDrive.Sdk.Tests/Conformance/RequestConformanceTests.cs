using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Every documented request is made by a public method of the client.</summary>
public sealed class RequestConformanceTests(ConformanceFixture fixture) : IClassFixture<ConformanceFixture>
{
    /// <summary>No more than this part of the requests may have a reason not to be made.</summary>
    private const double LargestPartWithAReason = 0.05;

    [Fact]
    public async Task EveryDocumentedRequest_IsMadeByAPublicMethod()
    {
        if (!fixture.IsRun("requests"))
        {
            return;
        }

        var requests = Corpus.Requests();
        var (failures, reasons, corrections) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var request in requests)
        {
            if (await ProblemAsync(request) is not { } problem)
            {
                corrections.AddRange(request.Mistake is { } mistake ? [$"{request.Id}: {request.Method} {request.Url}: {mistake}"] : []);
                continue;
            }

            var reason = OperationTable.Reason(request);
            (reason is null ? failures : reasons).Add($"{request.Id}: {request.Method} {request.Url}: {reason ?? problem}");
        }

        fixture.Print($"requests {requests.Count - failures.Count - reasons.Count} of {requests.Count}");
        corrections.ForEach(correction => fixture.Print($"  made as it is meant: {correction}"));
        reasons.ForEach(reason => fixture.Print($"  not made, for a reason: {reason}"));
        failures.ForEach(failure => fixture.Print($"  not reachable: {failure}"));
        Assert.NotEmpty(requests);
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.True(reasons.Count <= requests.Count * LargestPartWithAReason, $"{reasons.Count} of {requests.Count} have a reason");
    }

    /// <summary>What is wrong with the nearest that a row sends; null when it sends what is documented.</summary>
    private static async Task<string?> ProblemAsync(CorpusRequest request)
    {
        string? nearest = null;
        foreach (var row in OperationTable.Rows)
        {
            if (row.Match(request) is not { } documented)
            {
                continue;
            }

            var problem = await ProblemAsync(row, documented);
            if (problem is null)
            {
                return null;
            }

            nearest ??= problem;
        }

        return nearest ?? $"no row has {request.Method} {request.Address.Form}";
    }

    private static async Task<string?> ProblemAsync(OperationRow row, Documented documented)
    {
        using var transport = new SentRequests(row.Answer is { } answer ? request => answer(documented, request) : null);
        var options = new OneDriveOptions { Retry = { Mode = RetryMode.None } };
        row.Configure?.Invoke(documented, options);
        using var client = new OneDriveClient(
            new DelegateTokenProvider((_, _) => ValueTask.FromResult(new AccessToken("t", DateTimeOffset.MaxValue))), options, transport);
        string? thrown = null;
        try
        {
            await row.Call(client, documented);
        }
        catch (Exception exception) when (exception is OneDriveException or ArgumentException or InvalidOperationException)
        {
            // The answers are made up; what counts is what was sent before they were read.
            thrown = exception.Message;
        }

        var differences = transport.Calls
            .Select(call => string.Join(", ", RequestComparison.Differences(documented.Request, call, row.Defaults)))
            .ToList();
        return differences.Contains("") ? null : differences.MinBy(difference => difference.Length) ?? $"nothing was sent: {thrown}";
    }
}

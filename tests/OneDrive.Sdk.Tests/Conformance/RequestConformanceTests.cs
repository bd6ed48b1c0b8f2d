namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Every documented request is made by a public method of the client.</summary>
public sealed class RequestConformanceTests(ConformanceFixture fixture) : IClassFixture<ConformanceFixture>
{
    /// <summary>No more than this part of the requests may have a reason not to be made.</summary>
    private const double LargestPartWithAReason = 0.05;

    [Fact]
    public async Task EveryDocumentedRequest_IsMadeByAPublicMethod()
    {
        var requests = Corpus.Requests();
        var (failures, reasons, corrections) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var request in requests)
        {
            if (await RequestCheck.FindProblemAsync(request) is not { } problem)
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
}

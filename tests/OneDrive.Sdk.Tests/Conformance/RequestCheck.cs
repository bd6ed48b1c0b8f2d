using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Lets the rows of a documented request make it, and says what is wrong with what they send.</summary>
internal static class RequestCheck
{
    /// <summary>What is wrong with the nearest that a row sends; null when it sends what is documented.</summary>
    internal static async Task<string?> FindProblemAsync(CorpusRequest request)
    {
        string? nearest = null;
        foreach (var row in OperationTable.Rows)
        {
            if (row.Match(request) is not { } documented)
            {
                continue;
            }

            var problem = await FindProblemAsync(row, documented);
            if (problem is null)
            {
                return null;
            }

            nearest ??= problem;
        }

        return nearest ?? $"no row has {request.Method} {request.Address.Form}";
    }

    private static async Task<string?> FindProblemAsync(OperationRow row, Documented documented)
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
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            // The answers are made up, and so may be arguments; what counts is what was sent before.
            thrown = $"{exception.GetType().Name}: {exception.Message}";
        }

        var differences = transport.Calls
            .Select(call => string.Join(", ", RequestComparison.Differences(documented.Request, call, row.Defaults)))
            .ToList();
        return differences.Contains("") ? null : differences.MinBy(difference => difference.Length) ?? $"nothing was sent: {thrown}";
    }
}

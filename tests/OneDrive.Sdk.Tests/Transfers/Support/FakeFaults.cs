using System.Net;
using System.Text;

namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>The usual faults.</summary>
internal static class FakeFaults
{
    /// <summary>Answers without doing anything.</summary>
    internal static FakeFault Answer(int status, string? json = null, params (string Name, string Value)[] headers) =>
        _ => Response(status, json, headers);

    /// <summary>Does the work, and answers something else.</summary>
    internal static FakeFault AnswerAfterWork(int status, string? json = null, params (string Name, string Value)[] headers) => work =>
    {
        work().Dispose();
        return Response(status, json, headers);
    };

    /// <summary>Breaks the connection without doing anything.</summary>
    internal static FakeFault Break() =>
        _ => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely.");

    /// <summary>Does the work and breaks the connection.</summary>
    internal static FakeFault LoseAnswer() => work =>
    {
        work().Dispose();
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
    };

    /// <summary>Runs something first.</summary>
    internal static FakeFault After(Action action) => work =>
    {
        action();
        return work();
    };

    /// <summary>Does the work, and breaks the connection after some bytes of the answer.</summary>
    internal static FakeFault BreakBody(int bytes) => work =>
    {
        var response = work();
        response.Content = new StreamContent(new BreakingStream(response.Content.ReadAsByteArrayAsync().Result, bytes))
        {
            Headers = { ContentLength = response.Content.Headers.ContentLength, ContentRange = response.Content.Headers.ContentRange },
        };
        return response;
    };

    /// <summary>Does the work, and lets the bytes of the answer wait for something; it must not take long.</summary>
    internal static FakeFault PauseBody(Task until) => work =>
    {
        var response = work();
        response.Content = new StreamContent(new WaitingStream(response.Content.ReadAsByteArrayAsync().Result, until))
        {
            Headers = { ContentLength = response.Content.Headers.ContentLength, ContentRange = response.Content.Headers.ContentRange },
        };
        return response;
    };

    /// <summary>Does the work, and ends the answer early.</summary>
    internal static FakeFault CutBody(int bytes) => work =>
    {
        var response = work();
        response.Content = new StreamContent(new MemoryStream(response.Content.ReadAsByteArrayAsync().Result[..bytes]))
        {
            Headers = { ContentLength = response.Content.Headers.ContentLength },
        };
        return response;
    };

    internal static HttpResponseMessage Response(int status, string? json = null, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = json is null ? new ByteArrayContent([]) : new StringContent(json, Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
            response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }
}

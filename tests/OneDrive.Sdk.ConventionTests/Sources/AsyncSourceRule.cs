using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Sources;

/// <summary>Asynchronous all the way: nothing fire-and-forget, nothing that blocks a thread until a task ends.</summary>
internal static class AsyncSourceRule
{
    internal static IEnumerable<Violation> Check(SourceFile file) =>
    [
        .. file.Find("async", "void").Select(token => file.At(token.Line, "async void loses its exceptions")),
        .. file.Find("GetAwaiter", "(", ")", ".", "GetResult").Select(token => file.At(token.Line, "blocks a thread until a task ends")),
        .. file.Find(".", "Wait", "(", ")").Select(token => file.At(token.Line, "blocks a thread until a task ends")),
    ];
}

using System.Text.RegularExpressions;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>
/// A documented operation and the public method that does it. The arguments of the method come from the address, the query, the headers and
/// the body of the documented request, so that requests nobody has seen here are made too.
/// </summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The form of the path: <c>{item}/versions/{version}</c>.</param>
/// <param name="Call">Calls the public method.</param>
internal sealed record OperationRow(string Method, string Template, Func<IOneDriveClient, Documented, Task> Call)
{
    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex Names = new(@"\{(?<name>\w+)\}|(?<text>[^{]+)", Plain);

    private readonly Regex _form = new(
        "^" + Names.Replace(Template, Pattern) + "$", Plain | RegexOptions.IgnoreCase);

    /// <summary>What may be sent although the documentation does not name it: a default of the service, said out loud.</summary>
    internal IReadOnlyList<string> Defaults { get; init; } = [];

    /// <summary>Whether the row is meant, where several share a form.</summary>
    internal Func<CorpusRequest, bool> When { get; init; } = _ => true;

    /// <summary>What the service answers, where that decides what is sent next.</summary>
    internal Func<Documented, HttpRequestMessage, HttpResponseMessage?>? Answer { get; init; }

    /// <summary>Changes the settings of the client.</summary>
    internal Action<Documented, OneDriveOptions>? Configure { get; init; }

    /// <summary>The request with the parts of its path that the template names; null when it is another operation.</summary>
    internal Documented? Match(CorpusRequest request)
    {
        if (request.Method != Method || !When(request))
        {
            return null;
        }

        var match = _form.Match(request.Address.Form);
        return match.Success
            ? new Documented(request, match.Groups.Values.ToDictionary(group => group.Name, group => group.Value, StringComparer.Ordinal))
            : null;
    }

    /// <summary>What a path begins with stands for itself; other names in braces are parts of the path.</summary>
    private static string Pattern(Match match) => match.Groups["name"].Value switch
    {
        "" => Regex.Escape(match.Value),
        "item" or "drive" or "owner" or "share" or "list" or "listItem" =>
            Regex.Escape(match.Value).Replace("}", @"\}", StringComparison.Ordinal),
        var name => $"(?<{name}>[^/]+)",
    };
}

using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.StressTests.Matrix;

/// <summary>
/// What each cell of the matrix must come to. Written down by hand, from what the transfer engine promises and not from what it does.
/// </summary>
/// <remarks>
/// <para><c>ok</c>: the transfer succeeds within its retry budget, and the oracle finds nothing wrong.</para>
/// <para>Any other word is a typed error: the request itself is the problem and repeating it cannot help, or the retry budget is used up.
/// The transfer must then be resumable: the same call after the fault is gone succeeds, sends no byte again that was acknowledged, and
/// fetches no byte again that is here. <see cref="Outcome"/> names the errors.</para>
/// <para><c>denied|ok</c>: before the bar for personal drives, behind it for those of organisations, which commit at an address of their
/// own.</para>
/// <para>A 403 or 404 of an address that is good for a short time only means that a new one is needed; of the service itself it means that
/// the caller may not do this (<c>denied</c>), or that there is no such file (<c>missing</c>).</para>
/// <para>A 409 or 412 of a session is believed only when something stands at the name, or a condition was set, and when the session does
/// not take the fragment the second time: around sessions such refusals are known to be spurious.</para>
/// </remarks>
internal static class ExpectedOutcomes
{
    private const string Table = """
        fault                    creation  first     middle    last      status    commit    single    redirect  start     half      end
        reset                    ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        stall                    ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        429                      ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        500                      ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        503                      ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        504                      ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        423                      ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        401                      ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        403                      denied    ok        ok        ok        ok        denied|ok denied    denied    ok        ok        ok
        404                      ok        ok        ok        ok        ok        ok        ok        missing   ok        ok        ok
        409                      conflict  ok        ok        ok        ok        conflict  conflict  conflict  conflict  conflict  conflict
        412                      changed   ok        ok        ok        ok        changed   changed   changed   changed   changed   changed
        416                      ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        507                      full      full      full      full      full      full      full      full      full      full      full
        lost acknowledgement     ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        truncated answer         ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        malformed answer         ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        reset in the request     ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        reset in the answer      ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        stall in the request     ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        stall in the answer      ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        408                      ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        429 until a date         ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        429 three times          ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        500 four times           ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        502 of a proxy           ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        503 with Retry-After     ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        509                      ok        ok        ok        ok        ok        ok        ok        ok        ok        ok        ok
        reset without end        broken    broken    broken    broken    broken    broken    broken    broken    broken    broken    broken
        429 without end          busy      busy      busy      busy      busy      busy      busy      busy      busy      busy      busy
        500 without end          failed    failed    failed    failed    failed    failed    failed    failed    failed    failed    failed
        423 without end          locked    locked    locked    locked    locked    locked    locked    locked    locked    locked    locked
        expired session          -         ok        ok        ok        ok        -         -         -         -         -         -
        revoked session          -         ok        ok        ok        ok        -         -         -         -         -         -
        """;

    private const string Nothing = "-";

    private static readonly string[] Lines = Table.Split('\n');
    private static readonly int FirstColumn = Lines[0].IndexOf("creation", StringComparison.Ordinal);
    private static readonly Place[] Columns = [.. Words(Lines[0]).Select(word => Enum.Parse<Place>(word, ignoreCase: true))];
    private static readonly Dictionary<string, string[]> Rows = Lines.Skip(1).ToDictionary(line => line[..FirstColumn].Trim(), Words);

    /// <summary>The rows of the table.</summary>
    internal static IEnumerable<string> Faults => Rows.Keys;

    /// <summary>The columns of the table.</summary>
    internal static IReadOnlyList<Place> Places => Columns;

    /// <summary>What the cell must come to; null when there is no such cell.</summary>
    internal static string? Of(string fault, Place place, EmulatorDriveType driveType)
    {
        var words = Rows[fault][Array.IndexOf(Columns, place)].Split('|');
        var outcome = driveType is EmulatorDriveType.Personal ? words[0] : words[^1];
        return outcome == Nothing ? null : outcome;
    }

    private static string[] Words(string line) => line[FirstColumn..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

using System.Globalization;
using System.Text;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Where a reader of changes is. For clients the written form means nothing.</summary>
/// <param name="Start">Where this pass began; zero lists everything.</param>
/// <param name="Baseline">Up to where the reader need not be told of what no longer exists.</param>
/// <param name="Position">What was read already.</param>
/// <param name="Branch">The history that the positions belong to.</param>
internal sealed record DeltaToken(long Start, long Baseline, long Position, int Branch)
{
    private const string Prefix = "delta1";

    /// <summary>A pass that lists everything.</summary>
    public static DeltaToken Everything(ChangeLog log) => new(0, log.Position, 0, log.Branch.Number);

    /// <summary>A pass that lists what comes behind a position.</summary>
    public static DeltaToken Since(ChangeLog log, long position) => new(position, position, position, log.Branch.Number);

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it was not written here, or for another drive.</summary>
    public static DeltaToken? TryParse(string text, ChangeLog log)
    {
        var padded = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
        var buffer = new byte[padded.Length];
        if (Convert.TryFromBase64String(padded, buffer, out var length)
            && Encoding.ASCII.GetString(buffer, 0, length).Split('|') is [Prefix, var start, var baseline, var position, .. var rest]
            && rest.Length < 2
            && TryParse(start, out var first)
            && TryParse(baseline, out var second)
            && TryParse(position, out var third)
            && TryParse(rest is [var number] ? number : "0", out var branch)
            && Math.Max(Math.Max(first, second), third) is var last
            && last <= log.Position
            && log.Branch.Holds((int)Math.Min(branch, int.MaxValue), last))
        {
            return new DeltaToken(first, second, third, log.Branch.Number);
        }

        return null;
    }

    public override string ToString()
    {
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{Prefix}|{Start}|{Baseline}|{Position}{(Branch > 0 ? $"|{Branch}" : string.Empty)}");
        return Convert.ToBase64String(Encoding.ASCII.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    private static bool TryParse(string text, out long number)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

using System.Globalization;
using System.Text;
using OneDrive.Sdk.Throttling.Simulation;

namespace OneDrive.Sdk.Throttling.Real;

/// <summary>Draws goodput over time, one panel for each model.</summary>
internal static class Plot
{
    private const int Width = 760;
    private const int Height = 130;
    private const int Step = 5;

    internal static string Draw(IReadOnlyList<Panel> panels)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width + 60}" height="{(panels.Count * Height) + 40}"
              font-family="sans-serif" font-size="12">
            <text x="10" y="18">Resource units a second over six minutes:
              <tspan fill="#0a6">OneDrive.Sdk</tspan>, <tspan fill="#c40">Retry-After only</tspan></text>

            """);
        for (var index = 0; index < panels.Count; index++)
        {
            var (title, ours, other) = panels[index];
            var (ourRates, otherRates) = (Rates(ours), Rates(other));
            var highest = Math.Max(1, Math.Max(ourRates.Max(), otherRates.Max()));
            var top = 40 + (index * Height);
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="10" y="{top}">{title}</text>""").Append('\n');
            svg.Append(CultureInfo.InvariantCulture, $"""<text x="{Width + 20}" y="{top + 12}">{highest:0}</text>""").Append('\n');
            Line(svg, otherRates, highest, top, "#c40");
            Line(svg, ourRates, highest, top, "#0a6");
        }

        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>One model: what both clients got of it over time.</summary>
    internal sealed record Panel(
        string Title, IReadOnlyList<(double At, double Cost)> Ours, IReadOnlyList<(double At, double Cost)> Other);

    private static double[] Rates(IReadOnlyList<(double At, double Cost)> served)
    {
        var rates = new double[(int)Run.Duration / Step];
        foreach (var (at, cost) in served)
        {
            if (at < Run.Duration)
                rates[(int)at / Step] += cost / Step;
        }

        return rates;
    }

    private static void Line(StringBuilder svg, double[] rates, double highest, int top, string color)
    {
        var points = rates.Select((rate, index) => string.Create(
            CultureInfo.InvariantCulture,
            $"{10 + (index * Width / (double)rates.Length):0.#},{top + 100 - (rate / highest * 90):0.#}"));
        svg.Append(CultureInfo.InvariantCulture, $"""<polyline fill="none" stroke="{color}" """)
            .Append(CultureInfo.InvariantCulture, $"""points="{string.Join(' ', points)}"/>""")
            .Append('\n');
    }
}

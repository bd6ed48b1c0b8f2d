using System.Globalization;
using System.Text;

namespace OneDrive.Sdk.FleetProof;

/// <summary>Files per second by the number of workers, as SVG.</summary>
internal sealed class RatePlot
{
    private const int Width = 560;
    private const int Height = 280;
    private const int Left = 50;
    private const int Right = Left + (3 * Step);
    private const int Bottom = 230;
    private const int PlotHeight = 190;
    private const int Step = 120;
    private const string Blue = "#06c";
    private const string Orange = "#c50";

    private readonly StringBuilder _svg = new();
    private readonly double _top;

    private RatePlot(double top) => _top = top;

    internal static string Draw(IReadOnlyList<(int Workers, double Unlimited, double Limited)> rates, double limit)
    {
        var plot = new RatePlot(1.1 * Math.Max(limit, rates.Max(rate => Math.Max(rate.Unlimited, rate.Limited))));
        plot.Add(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">");
        plot.Add($"<title>Files per second by the number of workers</title>");
        plot.Add($"<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>");
        for (var line = 0; line <= 4; line++)
        {
            var value = plot._top * line / 4;
            plot.Add($"<path d=\"M{Left} {plot.Y(value):0.#}H{Right}\" stroke=\"#ddd\"/>");
            plot.Add($"<text x=\"{Left - 6}\" y=\"{plot.Y(value) + 4:0.#}\" text-anchor=\"end\">{value:0}</text>");
        }

        plot.Add($"<path d=\"M{Left} {plot.Y(limit):0.#}H{Right}\" stroke=\"{Orange}\" stroke-dasharray=\"4 4\"/>");
        plot.Add($"<text x=\"{Right + 6}\" y=\"{plot.Y(limit) + 4:0.#}\" fill=\"{Orange}\">the limit</text>");
        plot.AddLine([.. rates.Select(rate => rate.Unlimited)], Blue, "unlimited", 60);
        plot.AddLine([.. rates.Select(rate => rate.Limited)], Orange, "limited", 76);
        for (var index = 0; index < rates.Count; index++)
            plot.Add($"<text x=\"{X(index)}\" y=\"{Bottom + 18}\" text-anchor=\"middle\">{rates[index].Workers}</text>");
        plot.Add($"<text x=\"{X(1)}\" y=\"{Bottom + 38}\" text-anchor=\"middle\">workers</text>");
        plot.Add($"<text x=\"{Left}\" y=\"20\">files per second</text>");
        plot.Add($"</svg>");
        return plot._svg.ToString();
    }

    private void AddLine(double[] values, string color, string name, int legend)
    {
        var points = values.Select((value, index) => FormattableString.Invariant($"{X(index)},{Y(value):0.#}"));
        Add($"<polyline points=\"{string.Join(' ', points)}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"2\"/>");
        for (var index = 0; index < values.Length; index++)
            Add($"<circle cx=\"{X(index)}\" cy=\"{Y(values[index]):0.#}\" r=\"3.5\" fill=\"{color}\"/>");
        Add($"<path d=\"M{Right + 6} {legend}h16\" stroke=\"{color}\" stroke-width=\"2\"/>");
        Add($"<text x=\"{Right + 28}\" y=\"{legend + 4}\">{name}</text>");
    }

    private void Add(FormattableString element) => _svg.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private double Y(double value) => Bottom - (PlotHeight * value / _top);

    private static int X(int index) => Left + (Step / 2) + (index * Step);
}

using System.Globalization;
using System.Text;

namespace OneDrive.Sdk.FleetProof;

/// <summary>Files per second by the number of workers, as SVG.</summary>
internal static class RatePlot
{
    private const int Width = 560;
    private const int Height = 280;
    private const int Left = 50;
    private const int Bottom = 230;
    private const int PlotHeight = 190;
    private const int Step = 120;

    internal static string Draw(IReadOnlyList<(int Workers, double Unlimited, double Limited)> rates, double limit)
    {
        var top = Math.Max(rates.Max(rate => Math.Max(rate.Unlimited, rate.Limited)), limit) * 1.1;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>Files per second by the number of workers</title>\n<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>\n");
        for (var line = 0; line <= 4; line++)
        {
            var value = top * line / 4;
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {Y(value):0.#}h{3 * Step}\" stroke=\"#ddd\"/><text x=\"{Left - 6}\" y=\"{Y(value) + 4:0.#}\" text-anchor=\"end\">{value:0}</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left} {Y(limit):0.#}h{3 * Step}\" stroke=\"#c50\" stroke-dasharray=\"4 4\"/><text x=\"{Left + (3 * Step) + 6}\" y=\"{Y(limit) + 4:0.#}\" fill=\"#c50\">the limit</text>\n");
        Append(svg, rates.Select(rate => rate.Unlimited), "#06c", "unlimited", 0);
        Append(svg, rates.Select(rate => rate.Limited), "#c50", "limited", 16);
        for (var index = 0; index < rates.Count; index++)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(index)}\" y=\"{Bottom + 18}\" text-anchor=\"middle\">{rates[index].Workers}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(1)}\" y=\"{Bottom + 38}\" text-anchor=\"middle\">workers</text><text x=\"{Left}\" y=\"20\">files per second</text>\n</svg>\n");
        return svg.ToString();

        double Y(double value) => Bottom - (PlotHeight * value / top);

        static int X(int index) => Left + (Step / 2) + (index * Step);

        void Append(StringBuilder text, IEnumerable<double> values, string color, string name, int row)
        {
            var points = values.Select((value, index) => FormattableString.Invariant($"{X(index)},{Y(value):0.#}")).ToList();
            text.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{string.Join(' ', points)}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"2\"/>\n");
            foreach (var point in points.Select(point => point.Split(',')))
                text.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{point[0]}\" cy=\"{point[1]}\" r=\"3.5\" fill=\"{color}\"/>\n");
            text.Append(CultureInfo.InvariantCulture, $"<path d=\"M{Left + (3 * Step) + 6} {60 + row}h16\" stroke=\"{color}\" stroke-width=\"2\"/><text x=\"{Left + (3 * Step) + 28}\" y=\"{64 + row}\">{name}</text>\n");
        }
    }
}

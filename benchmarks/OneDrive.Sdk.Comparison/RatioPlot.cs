using System.Globalization;
using System.Text;

namespace OneDrive.Sdk.Comparison;

/// <summary>The CPU time of each work beside that of the bare client, as SVG: a bar for each peer on a logarithmic axis.</summary>
internal sealed class RatioPlot
{
    private const int Left = 150;
    private const int Scale = 330;
    private const int BarHeight = 11;
    private const double Lowest = 0.5;
    private const double Highest = 8;
    private const string Blue = "#06c";
    private const string Orange = "#c50";

    private readonly List<(string Work, string Peer, double Ratio)> _bars = [];

    internal void Add(string work, string peer, double ratio)
    {
        if (peer != "bare")
            _bars.Add((work, peer, ratio));
    }

    internal string Draw()
    {
        var works = _bars.GroupBy(bar => bar.Work, StringComparer.Ordinal).ToList();
        var height = 50 + works.Sum(work => (work.Count() * BarHeight) + 8);
        var svg = new StringBuilder();
        Append(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 560 {height}\" font-family=\"sans-serif\" font-size=\"11\">");
        Append(svg, $"<title>CPU time divided by that of HttpClient with System.Text.Json</title>");
        Append(svg, $"<rect width=\"560\" height=\"{height}\" fill=\"#fff\"/>");
        Append(svg, $"<text x=\"{Left}\" y=\"16\">CPU / bare:</text>");
        Append(svg, $"<rect x=\"{Left + 70}\" y=\"8\" width=\"10\" height=\"9\" fill=\"{Blue}\"/>");
        Append(svg, $"<text x=\"{Left + 84}\" y=\"16\">OneDrive.Sdk</text>");
        Append(svg, $"<rect x=\"{Left + 170}\" y=\"8\" width=\"10\" height=\"9\" fill=\"{Orange}\"/>");
        Append(svg, $"<text x=\"{Left + 184}\" y=\"16\">Microsoft.Graph</text>");
        foreach (var value in (double[])[0.5, 1, 2, 4, 8])
        {
            var color = value == 1 ? "#555" : "#ddd";
            Append(svg, $"<path d=\"M{X(value):0.#} 38V{height - 6}\" stroke=\"{color}\"/>");
            Append(svg, $"<text x=\"{X(value):0.#}\" y=\"33\" text-anchor=\"middle\">{value}</text>");
        }

        var y = 42;
        foreach (var work in works)
        {
            Append(svg, $"<text x=\"{Left - 8}\" y=\"{y + 9}\" text-anchor=\"end\">{work.Key}</text>");
            foreach (var (_, peer, ratio) in work)
            {
                var from = Math.Min(X(1), X(ratio));
                var width = Math.Max(1, Math.Abs(X(ratio) - X(1)));
                var fill = peer == "sdk" ? Blue : Orange;
                Append(svg, $"<rect x=\"{from:0.#}\" y=\"{y}\" width=\"{width:0.#}\" height=\"{BarHeight - 2}\" fill=\"{fill}\"/>");
                Append(svg, $"<text x=\"{X(Highest) + 8:0.#}\" y=\"{y + 9}\" fill=\"{fill}\">{ratio:0.00}</text>");
                y += BarHeight;
            }

            y += 8;
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static double X(double ratio) =>
        Left + (Scale * Math.Log(Math.Clamp(ratio, Lowest, Highest) / Lowest) / Math.Log(Highest / Lowest));

    private static void Append(StringBuilder svg, FormattableString element) =>
        svg.Append(element.ToString(CultureInfo.InvariantCulture)).Append('\n');
}

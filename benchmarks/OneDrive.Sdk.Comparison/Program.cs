// Whole processes side by side: how much CPU and memory it takes to list items and to transfer files with this library, with HttpClient and
// System.Text.Json alone, and with Microsoft.Graph. Each measurement is a process of its own, so that starting counts; a server in this
// process answers all of them.
//   dotnet run -c Release --project benchmarks/OneDrive.Sdk.Comparison [-- --rounds 3 --items 100000 --mebibytes 1024 --files 2000]
//   [--only lists|transfers] [--svg docs/performance.svg]
// "serve" starts the server alone, and "client <sdk|bare|graph> <work> <address> <amount>" one measurement, for a profiler.
using OneDrive.Sdk.Comparison;

if (args is ["client", var peer, var work, var address, var amount])
{
    if (TransferPeers.Of(peer, work.Split('+')[0], new Uri(address)) is { } transfer)
        await Client.RunAsync(work, transfer, Number(amount));
    else
        await Client.RunAsync(peer, work, new Uri(address), (int)Number(amount));
    return 0;
}

var rounds = (int)Option("--rounds", 3);
var only = Array.IndexOf(args, "--only") is var index and >= 0 ? args[index + 1] : "";
await using var server = await PageServer.StartAsync();
if (args is ["serve"])
{
    Console.WriteLine(server.Address);
    await Task.Delay(Timeout.Infinite);
}

var measurement = new Measurement(server.Address);
var plot = new RatioPlot();
if (only != "transfers")
    await new Rounds(measurement, plot, rounds, (int)Option("--items", 100_000)).RunAsync();
if (only != "lists")
    await new TransferRounds(measurement, plot, rounds, Option("--mebibytes", 1024), (int)Option("--files", 2000)).RunAsync();
if (Array.IndexOf(args, "--svg") is var svg and >= 0)
    await File.WriteAllTextAsync(args[svg + 1], plot.Draw());
return 0;

long Option(string name, long value) =>
    Array.IndexOf(args, name) is var place and >= 0 && place + 1 < args.Length ? Number(args[place + 1]) : value;

static long Number(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

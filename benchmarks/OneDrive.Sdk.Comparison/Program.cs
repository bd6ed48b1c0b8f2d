// Whole processes side by side: how much CPU and memory it takes to list items with this library, with HttpClient and System.Text.Json
// alone, and with Microsoft.Graph. Each measurement is a process of its own, so that starting counts; a server in this process answers all
// of them.
//   dotnet run -c Release --project benchmarks/OneDrive.Sdk.Comparison [-- --rounds 3 --items 100000]
using OneDrive.Sdk.Comparison;

if (args is ["client", var peer, var work, var address, var items])
{
    await Client.RunAsync(peer, work, new Uri(address), Number(items));
    return 0;
}

var rounds = Option("--rounds", 3);
var count = Option("--items", 100_000);
await using var server = await PageServer.StartAsync();
await new Rounds(server.Address, rounds, count).RunAsync();
return 0;

int Option(string name, int value) =>
    Array.IndexOf(args, name) is var index and >= 0 && index + 1 < args.Length ? Number(args[index + 1]) : value;

static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

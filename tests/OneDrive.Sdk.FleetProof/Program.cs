using System.CommandLine;
using OneDrive.Sdk.FleetProof;

var files = new Option<int?>("--files") { Description = "The number of files; 5,000 by default." };
var isLong = new Option<bool>("--long") { Description = "200,000 small files." };
var seed = new Option<int>("--seed") { Description = "Chooses files and the moments of faults.", DefaultValueFactory = _ => 1 };
var proof = new RootCommand("""
    Three workers copy files to an emulator with quirks and limits, while workers are killed, PostgreSQL restarts and the limit is halved.
    Then every file must be there once and byte for byte. Start it with run.sh, which starts PostgreSQL.
    """)
{
    files, isLong, seed,
};
proof.SetAction((parsed, cancellationToken) => ProofRun.RunAsync(
    new ProofPlan(parsed.GetValue(isLong), parsed.GetValue(files), parsed.GetValue(seed)), cancellationToken));

var svg = new Option<FileInfo?>("--svg") { Description = "Write the plot to this file." };
var measure = new Command("measure", "Files per second with 1, 2 and 4 workers, and what a job costs in PostgreSQL.") { svg };
measure.SetAction((parsed, cancellationToken) => Measurement.RunAsync(parsed.GetValue(svg)?.FullName, cancellationToken));
proof.Subcommands.Add(measure);
return await proof.Parse(args).InvokeAsync();

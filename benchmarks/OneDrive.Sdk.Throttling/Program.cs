using System.Globalization;
using OneDrive.Sdk.Throttling;
using OneDrive.Sdk.Throttling.Real;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["--worker", var service, var directory] => await Processes.WorkAsync(new Uri(service), directory),
    ["--processes", .. var rest] => await Processes.RunAsync(
        rest.Length > 0 ? double.Parse(rest[0], CultureInfo.InvariantCulture) : 120, !args.Contains("--no-store")),
    _ when args.Contains("--real") => await Report.PrintRealAsync(args),
    _ => Report.Print(args),
};

using System.Globalization;
using OneDrive.Sdk.TransferCost;

return args switch
{
    ["serve"] => await Service.RunAsync(),
    ["empty"] => Cost.Since(Cost.Now).Print(),
    [var work, var port, var certificate, var mebibytes] when !work.StartsWith('-') => await Work.RunAsync(
        work, new Uri($"https://localhost:{port}/"), certificate, long.Parse(mebibytes, CultureInfo.InvariantCulture) << 20),
    _ => await Comparison.RunAsync(args),
};

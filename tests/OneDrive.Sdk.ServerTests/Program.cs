using OneDrive.Sdk.StoreTests;
using OneDrive.Sdk.StoreTests.Throttling;

return args switch
{
    ["throttle", var place, var service] => await ThrottledProcess.RunAsync(place, new Uri(service)),
    ["measure"] => await Measurement.RunAsync(),
    _ => await WorkerProgram.RunAsync(args),
};

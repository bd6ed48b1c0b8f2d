using OneDrive.Sdk.Fleet;

return await CommandLine.InvokeAsync(args);

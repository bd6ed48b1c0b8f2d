using OneDrive.Sdk.Cli;

return await CommandLine.InvokeAsync(args);

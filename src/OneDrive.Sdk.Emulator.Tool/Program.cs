using OneDrive.Sdk.Emulator.Tool;

return await EmulatorCommand.InvokeAsync(args).ConfigureAwait(false);

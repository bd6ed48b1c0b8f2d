using OneDrive.Sdk.StoreTests;

return await WorkerProgram.RunAsync(args);

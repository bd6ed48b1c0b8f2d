using OneDrive.Sdk.ProgramTests.Cost;

// The tests of Cost start this assembly again: only a process of its own shows what starting costs, and has no listeners.
return args is ["cost", .. var rest] ? await CostProgram.RunAsync(rest) : 0;

using OneDrive.Sdk;

namespace ResilienceDemo;

/// <summary>Turns the failures that a user can act on into one line and an exit code.</summary>
internal static class Guard
{
    internal static async Task<int> RunAsync(Func<Task<int>> job)
    {
        try
        {
            return await job();
        }
        catch (Exception exception) when (
            exception is OneDriveException or IOException or UnauthorizedAccessException or ArgumentException or UsageException)
        {
            await Console.Error.WriteLineAsync($"{exception.GetType().Name}: {exception.Message}");
            if (exception is OneDriveAuthenticationException { Hint: { } hint })
            {
                await Console.Error.WriteLineAsync(hint);
            }

            return 1;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Cancelled.");
            return 130;
        }
    }
}

using System.Data.Common;

namespace OneDrive.Sdk.Fleet;

/// <summary>Turns failures into messages and exit codes.</summary>
internal static class Guard
{
    private const int CannotRun = 2;
    private const int Interrupted = 130;

    internal static async Task<int> RunAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrupted. Another worker, or the next one, goes on from here.");
            return Interrupted;
        }
        catch (Exception failure) when (
            failure is FleetException or OneDriveException or IOException or ArgumentException or UnauthorizedAccessException
                or UriFormatException
            || IsOfDatabase(failure))
        {
            await Console.Error.WriteLineAsync($"fleet: {failure.Message}");
            return CannotRun;
        }
    }

    private static bool IsOfDatabase(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is DbException)
                return true;
        }

        return false;
    }
}

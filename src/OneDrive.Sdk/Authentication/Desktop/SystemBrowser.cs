using System.ComponentModel;
using System.Diagnostics;

namespace OneDrive.Sdk.Authentication;

/// <summary>Opens the user's own browser, without a shell that would read the address.</summary>
internal static class SystemBrowser
{
    internal static ValueTask OpenAsync(Uri address, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using var process = Process.Start(CommandFor(address.AbsoluteUri));
            return ValueTask.CompletedTask;
        }
        catch (Exception failure) when (failure is Win32Exception or FileNotFoundException or PlatformNotSupportedException)
        {
            throw new OneDriveAuthenticationException("The browser could not be opened on this machine.", failure)
            {
                Hint = "Set InteractiveSignInOptions.OpenBrowser, for example to print the address.",
            };
        }
    }

    private static ProcessStartInfo CommandFor(string address) => OperatingSystem.IsWindows()
        ? new ProcessStartInfo(address) { UseShellExecute = true }
        : new ProcessStartInfo(OperatingSystem.IsMacOS() ? "open" : "xdg-open") { ArgumentList = { address } };
}

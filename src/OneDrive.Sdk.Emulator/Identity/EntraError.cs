using System.Globalization;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>The token endpoint says no; becomes an OAuth error body with an AADSTS number.</summary>
internal sealed class EntraError(int status, string error, int number, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Error { get; } = error;

    public int Number { get; } = number;

    public static EntraError InvalidRequest(int number, string message) => new(400, "invalid_request", number, message);

    public static EntraError InvalidClient(int number, string message) => new(401, "invalid_client", number, message);

    public static EntraError MissingParameter(string name)
        => InvalidRequest(
            900144,
            string.Create(CultureInfo.InvariantCulture, $"The request body must contain the following parameter: '{name}'."));
}

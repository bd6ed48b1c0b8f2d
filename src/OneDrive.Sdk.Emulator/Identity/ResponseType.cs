namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>What an application wants from the sign-in page: a code, an identity token, or both.</summary>
internal readonly record struct ResponseType(bool HasCode, bool HasIdToken)
{
    public static ResponseType Parse(string? text, string? nonce)
    {
        var words = (text ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || words.Except(["code", "id_token"], StringComparer.Ordinal).Any())
        {
            throw new EntraError(400, "unsupported_response_type", 70005, "The response_type is not supported for the application.");
        }

        var type = new ResponseType(words.Contains("code"), words.Contains("id_token"));
        return type.HasIdToken && string.IsNullOrEmpty(nonce)
            ? throw EntraError.InvalidRequest(90014, "The required field 'nonce' is missing: the response type includes an identity token.")
            : type;
    }
}

using System.Reflection;
using System.Text;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Tests.Support.Json;

/// <summary>Reads and writes models as the library does.</summary>
internal static class ModelText
{
    internal static T Read<T>(string json)
        where T : class, IReadableModel<T> => Read(json, T.Read);

    internal static T Read<T>(string json, ModelRead<T> read) => Read(Encoding.UTF8.GetBytes(json), read);

    internal static T Read<T>(byte[] json, ModelRead<T> read) => AnswerReader.Read(json, read, mayBeEmpty: true);

    internal static object Read(string json, Type type)
    {
        var read = type.GetMethod("Read", BindingFlags.Static | BindingFlags.NonPublic, [typeof(ModelReader).MakeByRefType()]);
        if (read is null)
        {
            // Requests are written and never read.
            return OracleOptions.Read(json, type);
        }

        var reading = read.CreateDelegate(typeof(ModelRead<>).MakeGenericType(type));
        return Generic.MakeGenericMethod(type).Invoke(null, [json, reading])!;
    }

    internal static string Write(IJsonModel model) => Encoding.UTF8.GetString(new JsonCallBody(model).ToUtf8());

    private static readonly MethodInfo Generic = typeof(ModelText).GetMethods(BindingFlags.Static | BindingFlags.NonPublic)
        .Single(method => method.Name == nameof(Read) && method.IsGenericMethod && method.GetParameters() is [{ } first, _]
            && first.ParameterType == typeof(string));
}

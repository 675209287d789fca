package main

import (
	"net/http"

	"git.tidewater.example/tidewater/service-kit-go/kit"
)

func main() {
	service := kit.New("${{ values.name }}")
	service.Handle("GET /hello", func(response http.ResponseWriter, request *http.Request) {
		kit.WriteJSON(response, http.StatusOK, map[string]string{"hello": request.RemoteAddr})
	})
	{%- for topic in values.topics %}
	service.Subscribe("${{ topic }}", kit.Log)
	{%- endfor %}
	service.Run()
}
